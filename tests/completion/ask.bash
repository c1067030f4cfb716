# Prints what bash offers: ask.bash SCRIPT LINE. Words are cut as readline cuts them, '=' being a word of its own.
source "$1"
line=${2//=/ = }
read -ra COMP_WORDS <<<"$line"
[[ $line == *' ' && $line != *' = ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_ptf_fees
printf '%s\n' "${COMPREPLY[@]}"
