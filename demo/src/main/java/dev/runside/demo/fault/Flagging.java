package dev.runside.demo.fault;

import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Upstream;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sets flags of running services. */
final class Flagging {

    private final Site site;

    Flagging(Site site) {
        this.site = site;
    }

    /** False also where nobody answers: a flag is gone with its process. */
    boolean isSet(Role role, String flag) {
        Upstream service = new Upstream(site.address(role.service()), Duration.ofSeconds(2));
        return service.get("/flags") instanceof Reply.Answered answered
                && !List.of("", "0", "false").contains(answered.json().path(flag).asString(""));
    }

    void set(Role role, Map<String, String> flags) throws IOException {
        Upstream service = new Upstream(site.address(role.service()), Duration.ofSeconds(2));
        Reply reply =
                service.post("/flags", Map.of("key", site.secret("flags").read(), "flags", flags));
        if (!reply.good()) {
            throw new IOException(
                    role.service() + " did not take the flags " + flags + ": " + reply);
        }
    }
}
