// How numbers, days and hours are said in French; `centre/words.py` says the same.

const SPACE = "\u00a0";
const UNITS = (
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
).split(" ");
const TENS = { 2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt" };
const IN_PARIS = { timeZone: "Europe/Paris" };

// « vingt et un », up to 999.
export function spelled(number) {
  const hundreds = Math.floor(number / 100);
  if (hundreds) {
    const rest = number % 100;
    const cents = hundreds === 1 ? "cent" : `${UNITS[hundreds]} cent`;
    return rest ? `${cents} ${spelled(rest)}` : cents + (hundreds > 1 ? "s" : "");
  }
  if (number < UNITS.length) return UNITS[number];
  let [tens, unit] = [Math.floor(number / 10), number % 10];
  if (!TENS[tens]) [tens, unit] = [tens - 1, unit + 10]; // soixante-dix, quatre-vingt-dix
  if (!unit) return TENS[tens] + (tens === 8 ? "s" : "");
  return TENS[tens] + ([1, 11].includes(unit) && tens !== 8 ? " et " : "-") + UNITS[unit];
}

// « lundi 8 mars 2021 »
export function day(instant) {
  const words = new Intl.DateTimeFormat("fr-FR", { dateStyle: "full", ...IN_PARIS }).format(instant);
  return words.replace(/ 1 /, " 1er ");
}

// « 9 h 30 »
export function hour(instant) {
  const [hours, minutes] = new Intl.DateTimeFormat("fr-FR", { hour: "numeric", minute: "2-digit", ...IN_PARIS })
    .format(instant).split(":");
  return `${Number(hours)}${SPACE}h` + (minutes === "00" ? "" : `${SPACE}${minutes}`);
}
