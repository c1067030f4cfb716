// Floor 3: ptf-fees completion bash | zsh | fish.
#include "cli/completion.h"

#include "cli/deliver.h"
#include "cli/parser.h"
#include "cli/values.h"
#include "text/names.h"
#include "text/words.h"

#include <memory>

namespace ptf_fees::cli {
namespace {

struct CompletionOptions {
    std::optional<std::string> shell{};
};

int run(const CompletionOptions& options) {
    if (!options.shell)
        return deliver(refusal("missing-argument", "completion needs the name of a shell",
                               "write ptf-fees completion bash, or zsh or fish in its place"),
                       false);
    const std::string shell = text::lower(*options.shell);
    if (shell == "bash")
        return deliver(bash_completion(described_commands()));
    if (shell == "zsh")
        return deliver(zsh_completion(described_commands()));
    if (shell == "fish")
        return deliver(fish_completion(described_commands()));
    return deliver(refusal("bad-value", "shell " + text::not_known(*options.shell, shell_names)), false);
}

} // namespace

void add_completion(CLI::App& app, Action& action) {
    const auto options = std::make_shared<CompletionOptions>();
    add_option(app, "shell", options->shell, "SHELL",
               "bash, zsh or fish; try it with: source <(ptf-fees completion bash)");
    add_quiet(app, action.output.quiet);
    action.stream = [options] { return run(*options); };
}

} // namespace ptf_fees::cli
