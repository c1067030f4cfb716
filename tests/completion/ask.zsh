# Prints what zsh offers: ask.zsh FOLDER-OF-SCRIPTS LINE. An interactive shell on a pseudo terminal gets the line and a TAB;
# there, compadd also writes the matches to a file.
zmodload zsh/zpty || exit 1
answers=$(mktemp -d)
cat >$answers/.zshrc <<'RC'
PROMPT=
fpath=($SCRIPTS $fpath)
autoload -U compinit
compinit -u -D
zstyle ':completion:*' insert-tab false
zstyle ':completion:*' menu no
compadd() {
    if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
        local -a hits
        builtin compadd -A hits "$@"
        (( $#hits )) && print -rl -- $hits >>$ZDOTDIR/matches
    fi
    builtin compadd "$@"
}
finish() { : >$ZDOTDIR/done }
comppostfuncs=(finish)
bindkey '^I' complete-word
: >$ZDOTDIR/ready
RC
zpty shell "ZDOTDIR=${(q)answers} SCRIPTS=${(q)1} TERM=dumb zsh -i"
wait_for() {
    local i
    for i in {1..500}; do
        [[ -e $1 ]] && return
        zpty -rt shell >/dev/null
        sleep 0.02
    done
    print -u2 "zsh did not answer: ${1:t}"
    exit 1
}
wait_for $answers/ready
zpty -wn shell "$2"$'\t'
wait_for $answers/done
[[ -e $answers/matches ]] && cat $answers/matches
zpty -d shell
rm -rf $answers
