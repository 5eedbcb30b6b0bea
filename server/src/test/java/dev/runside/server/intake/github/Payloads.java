package dev.runside.server.intake.github;

/** What GitHub sends, in its form, with the fields that are read and some that are not. */
final class Payloads {

    private static final String SHA = "6113728f27ae82c7b1a177c8d03f9e96e0adf246";

    private Payloads() {}

    static String repository(String service) {
        return """
        "repository":{"id":186853002,"name":"%s","full_name":"example/%s","private":false,
          "owner":{"login":"example","id":1},"default_branch":"main"},
        "sender":{"login":"ada","id":2}\
        """
                .formatted(service, service);
    }

    static String deployment(String id, String environment) {
        return """
        "deployment":{"id":"%s","sha":"%s","ref":"main","task":"deploy","payload":{},"environment":"%s",
          "creator":{"login":"ada"},"created_at":"2026-01-31T12:00:00Z","transient_environment":false,
          "production_environment":true}\
        """
                .formatted(id, SHA, environment);
    }

    static String deploymentStatus(String service, String id, String state) {
        return """
        {"action":"created","deployment_status":{"id":"%s-%s","state":"%s","creator":{"login":"ada"},
           "description":"","environment":"production","created_at":"2026-01-31T12:03:00Z"},
         %s,%s}
        """
                .formatted(id, state, state, deployment(id, "production"), repository(service));
    }

    static String workflowRun(String id, int attempt, String branch, String conclusion) {
        return """
        {"action":"completed","workflow_run":{"id":"%s","name":"build","head_branch":"%s","head_sha":"%s",
           "run_number":562,"run_attempt":%d,"event":"push","status":"completed","conclusion":"%s",
           "actor":{"login":"ada"},"html_url":"https://github.com/example/relay/actions/runs/1",
           "created_at":"2026-01-31T12:00:00Z","updated_at":"2026-01-31T12:05:00Z"},
         %s}
        """
                .formatted(id, branch, SHA, attempt, conclusion, repository("relay"));
    }

    static String release(String id, String action, boolean prerelease) {
        return """
        {"action":"%s","release":{"id":"%s","tag_name":"v1.8","target_commitish":"main","draft":false,
           "prerelease":%s,"author":{"login":"ada"},"published_at":"2026-01-31T12:00:00Z"},
         %s}
        """
                .formatted(action, id, prerelease, repository("relay"));
    }

    static String push(String id, String branch) {
        return """
        {"ref":"refs/heads/%s","before":"0","after":"%s","deleted":false,"pusher":{"name":"ada","email":"ada@mail.example"},
         "compare":"https://github.com/example/relay/compare/0...1",
         "head_commit":{"id":"1","message":"Wait less\\n\\nAt length.","timestamp":"2026-01-31T12:00:00+01:00"},
         %s}
        """
                .formatted(branch, id, repository("relay"));
    }

    static String pullRequest(String number, boolean merged) {
        return """
        {"action":"closed","number":1,"pull_request":{"number":%s,"title":"Wait less","merged":%s,
           "merged_at":%s,"merged_by":{"login":"ada"},"merge_commit_sha":"%s","base":{"ref":"main"}},
         %s}
        """
                .formatted(
                        number,
                        merged,
                        merged ? "\"2026-01-31T12:00:00Z\"" : "null",
                        SHA,
                        repository("relay"));
    }

    static String checkRun(String id, String app, String conclusion) {
        return """
        {"action":"completed","check_run":{"id":"%s","name":"licences","head_sha":"%s","conclusion":"%s",
           "completed_at":"2026-01-31T12:00:00Z","app":{"slug":"%s"},"check_suite":{"head_branch":"main"}},
         %s}
        """
                .formatted(id, SHA, conclusion, app, repository("relay"));
    }
}
