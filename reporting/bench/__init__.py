"""How long things take, on a centre as large as they come. `make bench` prints it."""
