#!/bin/bash
# Prints a command of the README, as written: readme_command.sh 1 ends in a first quote, readme_command.sh 2 in all tests.
awk -v wanted="$1" '/^```sh$/ { fence++; next } fence == wanted { print; exit }' "$(dirname "$0")/../README.md"
