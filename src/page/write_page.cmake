# Puts the page together: the template, the style of --format html, the engine packed as text, the tables of all foundations for
# readers without scripts, and a policy that names the one script and the two styles by their digests.

function(run result)
    execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
    set(${result} "${printed}" PARENT_SCOPE)
endfunction()

# What is between two markers, the first time that they occur.
function(between text begin end result)
    string(FIND "${text}" "${begin}" at)
    string(LENGTH "${begin}" length)
    math(EXPR at "${at} + ${length}")
    string(SUBSTRING "${text}" ${at} -1 rest)
    string(FIND "${rest}" "${end}" at)
    string(SUBSTRING "${rest}" 0 ${at} rest)
    set(${result} "${rest}" PARENT_SCOPE)
endfunction()

# How a content security policy names an element that holds `text`.
function(digest text result)
    string(SHA256 hex "${text}")
    string(TOUPPER "${hex}" hex)
    file(WRITE ${PAGE}.hex "${hex}")
    run(base64 sh -c "basenc --base16 -d '${PAGE}.hex' | base64")
    string(STRIP "${base64}" base64)
    file(REMOVE ${PAGE}.hex)
    set(${result} "'sha256-${base64}'" PARENT_SCOPE)
endfunction()

file(READ ${TEMPLATE} template)
run(ENGINE sh -c "gzip -9nc '${MODULE}' | base64 -w 0")

run(ids sh -c "'${PROGRAM}' schedule list --format csv | awk -F, '$NF == \"yes\" { print $1 }'")
string(REGEX MATCHALL "[^\n]+" ids "${ids}")
foreach(id IN LISTS ids)
    run(shown ${PROGRAM} schedule show ${id} --format html)
    between("${shown}" "<style>" "</style>" ANSWER_STYLE)
    file(WRITE ${PAGE}.part "${shown}")
    # Without the charts, which say the same once more; each foundation a section of one page.
    run(shown sed -e "1,/^<main>/d" -e "/^<.main>/,$d" -e "/^<figure>/,/^<.figure>/d" -e s/h2>/h3>/g -e s/h1>/h2>/g ${PAGE}.part)
    string(APPEND TABLES "${shown}")
endforeach()

between("${template}" "<style id=\"own\">" "</style>" style)
between("${template}" "<script>" "</script>" script)
digest("${style}" style)
digest("${ANSWER_STYLE}" answer_style)
digest("${script}" script)
set(POLICY "default-src 'none'; script-src 'wasm-unsafe-eval' ${script}; style-src ${style} ${answer_style}; img-src data:; base-uri 'none'; form-action 'none'")
file(REMOVE ${PAGE}.part)
configure_file(${TEMPLATE} ${PAGE} @ONLY)
