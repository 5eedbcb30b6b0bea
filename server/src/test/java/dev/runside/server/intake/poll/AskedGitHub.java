package dev.runside.server.intake.poll;

/** GitHub with one repository: a deploy under way, two runs, a release. */
abstract class AskedGitHub extends PollContract {

    static final String ROOT = "/repos/example/relay";
    static final String STATUSES = ROOT + "/deployments/4/statuses";

    @Override
    protected String kind() {
        return "github";
    }

    @Override
    protected String target() {
        return "example/relay";
    }

    @Override
    protected void prepare() {
        tool.answers(ROOT, recorded.answer("github/repository.json"))
                .answers(ROOT + "/deployments", recorded.answer("github/deployments.json"))
                .answers(ROOT + "/deployments/3/statuses", "[]")
                .answers(ROOT + "/deployments/5/statuses", "[]")
                .answers(STATUSES, recorded.answer("github/statuses-begun.json"))
                .answers(ROOT + "/actions/runs", recorded.answer("github/runs.json"))
                .answers(ROOT + "/releases", recorded.answer("github/releases.json"));
    }
}
