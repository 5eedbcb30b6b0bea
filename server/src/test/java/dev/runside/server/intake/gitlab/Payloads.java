package dev.runside.server.intake.gitlab;

/** What GitLab sends, in its form, with the fields that are read and some that are not. */
final class Payloads {

    private static final String SHA = "279484c09fbe69ededfced8c1bb6e6d24616b468";

    private Payloads() {}

    static String project(String service) {
        return """
        "project":{"id":30,"name":"%s","path_with_namespace":"example/%s","default_branch":"main",
          "web_url":"http://gitlab.example/example/relay"},
        "user":{"id":1,"name":"Ada L.","username":"ada"}\
        """
                .formatted(service, service);
    }

    static String deployment(String service, String id, String status, String tier) {
        return """
        {"object_kind":"deployment","status":"%s","status_changed_at":"2026-01-31 13:00:00 +0100",
         "deployment_id":"%s","deployable_id":796,"environment":"blue","environment_tier":"%s",
         "short_sha":"279484c0","commit_url":"http://gitlab.example/example/relay/-/commit/%s","ref":"main",%s}
        """
                .formatted(status, id, tier, SHA, project(service));
    }

    static String pipeline(String id, String ref, String status, String finished) {
        return """
        {"object_kind":"pipeline","object_attributes":{"id":"%s","iid":3,"ref":"%s","tag":false,"sha":"%s",
           "source":"push","status":"%s","created_at":"2026-01-31 11:00:00 UTC","finished_at":"%s"},%s}
        """
                .formatted(id, ref, SHA, status, finished, project("relay"));
    }

    static String job(String id, String status, boolean mayFail) {
        return """
        {"object_kind":"build","ref":"main","sha":"%s","build_id":"%s","build_name":"licences","build_stage":"test",
         "build_status":"%s","build_allow_failure":%s,"build_finished_at":"2026-01-31T12:00:00Z",%s}
        """
                .formatted(SHA, id, status, mayFail, project("relay"));
    }

    static String release(String id, String action) {
        return """
        {"object_kind":"release","id":"%s","action":"%s","tag":"v1.8","name":"1.8",
         "released_at":"2026-01-31 12:00:00 UTC",%s}
        """
                .formatted(id, action, project("relay"));
    }

    static String push(String after, String branch) {
        return """
        {"object_kind":"push","ref":"refs/heads/%s","before":"0","after":"%s","user_username":"ada",
         "commits":[{"id":"1","title":"First","timestamp":"2026-01-31T11:00:00Z"},
                    {"id":"2","title":"Wait less","timestamp":"2026-01-31T12:00:00+01:00","url":"http://gitlab.example/2"}],%s}
        """
                .formatted(branch, after, project("relay"));
    }

    static String merge(String iid, String action) {
        return """
        {"object_kind":"merge_request","object_attributes":{"id":99,"iid":%s,"title":"Wait less","action":"%s",
           "target_branch":"main","merge_commit_sha":"%s","updated_at":"2026-01-31 12:00:00 UTC","url":"http://gitlab.example/1"},%s}
        """
                .formatted(iid, action, SHA, project("relay"));
    }
}
