package dev.runside.agent.act;

import java.util.Map;

/** What came of an action that was carried out. */
record Result(boolean done, String reason, Map<String, String> output) {

    static Result done(Map<String, String> output) {
        return new Result(true, "", output);
    }

    static Result failed(String reason, Map<String, String> output) {
        return new Result(false, reason, output);
    }
}
