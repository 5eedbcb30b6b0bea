package dev.runside.server.web.now;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.respond.Inbox;
import dev.runside.server.web.frame.Frames;
import dev.runside.server.web.frame.Html;
import dev.runside.server.web.frame.Section;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.live.Topics;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.situation.Situations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NowController {

    private static final Set<String> TOPICS = Set.of(Topics.ESTATE, Topics.CATALOG, Topics.METRICS);

    private static final int LOOKED_AT = 100;

    private final Situations situations;
    private final Frames frames;
    private final Leadership leadership;
    private final HealedLately healed;
    private final Inbox inbox;
    private final Html html;

    NowController(
            Situations situations,
            Frames frames,
            Leadership leadership,
            HealedLately healed,
            Inbox inbox,
            Html html) {
        this.situations = situations;
        this.frames = frames;
        this.leadership = leadership;
        this.healed = healed;
        this.inbox = inbox;
        this.html = html;
    }

    @Allow(Who.PERSON)
    @GetMapping(path = "/", produces = "text/html")
    ResponseEntity<String> now(PersonCaller caller, HttpServletRequest request) {
        Situation situation = situations.current();
        List<NowView.Paged> paged =
                new PagerRows(situation, caller.person())
                        .of(inbox.notices(Optional.of(caller.person()), Long.MAX_VALUE, LOOKED_AT));
        Headline headline = Headline.of(situation, paged);
        Shell shell =
                frames.around(
                        new Frames.Of(headline.title(), Section.NOW, TOPICS),
                        situation,
                        caller,
                        request);
        return html.page(
                "now/now",
                new NowView(
                        shell,
                        headline.sentence(),
                        headline.calm(),
                        !situation.catalog().products().isEmpty(),
                        new OpenIncidents(situation).all(),
                        paged,
                        leadership.of(situation),
                        healed.before(situation),
                        Watched.sentence(situation.catalog()),
                        Watched.agents(situation)));
    }
}
