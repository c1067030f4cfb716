#!/bin/bash
# Presses TAB in a real shell: for each line of cases.txt, what the completion script of ptf-fees ($2) offers in shell $1.
# Exit 77: that shell is not installed, or needs a pseudo-terminal and there is none.
set -u
shell=$1
program=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
command -v "$shell" >/dev/null || { echo "skipped: $shell is not installed"; exit 77; }
[[ $shell != zsh ]] || python3 "$here/../pseudo_terminal.py" || exit

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/scripts" "$folder/start/folder"
"$program" completion "$shell" >"$folder/scripts/_ptf-fees" || exit 1
cd "$folder/start" && touch terms.toml full.csv || exit 1

# Prints what is offered for the line $1, one a line.
candidates() {
    case $shell in
    bash) bash --norc "$here/ask.bash" "$folder/scripts/_ptf-fees" "$1" ;;
    zsh) zsh -f "$here/ask.zsh" "$folder/scripts" "$1" ;;
    fish) HOME=$folder fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$folder/scripts/_ptf-fees" "$1" ;;
    esac
}

# Leaves the name alone: no description, no "--tier=" or "logo," before it, no "=" after it.
plain() {
    sed -E 's/\t.*//; s/^--[^=]+=(.+)/\1/; s/^.*,//; s,^\./,,; s/[= ]$//'
}

cases=0 failed=0
while IFS='|' read -r line offered refused; do
    [[ $line == \#* ]] && continue
    cases=$((cases + 1))
    found=$(candidates "${line%%_*}" | plain)
    for word in $offered; do
        grep -qxF -e "$word" -e "${word%/}" <<<"$found" || { echo "$line: $word is not offered, but: ${found//$'\n'/ }"; failed=$((failed + 1)); }
    done
    for word in $refused; do
        [[ $word == --* ]] || word=${word#-}
        [[ -n $word ]] && grep -qxF -e "$word" <<<"$found" && { echo "$line: $word is offered"; failed=$((failed + 1)); }
    done
done <"$here/cases.txt"
echo "$shell: $cases lines, $failed faults"
((cases > 30 && failed == 0))
