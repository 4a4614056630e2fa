// What the sheet and the month grid say alike: the states of a row and their keys.

export const SPACE = "\u00a0";
export const CYCLE = { "": "present", present: "absent", absent: "excused", excused: "" };
export const COUNTED = { present: "présent", absent: "absent", excused: "excusé", "": "pas encore pointé" };
export const KEYS = { p: "present", a: "absent", e: "excused" };

// « person:k3m… » → ["person", "k3m…"]
export function split(id) {
  const at = id.indexOf(":");
  return [id.slice(0, at), id.slice(at + 1)];
}
