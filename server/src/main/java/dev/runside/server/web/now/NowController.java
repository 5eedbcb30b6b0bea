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

    private static final Set<String> TOPICS =
            Set.of(Topics.ESTATE, Topics.INCIDENTS, Topics.CATALOG, Topics.METRICS);

    private static final int LOOKED_AT = 100;

    private final Situations situations;
    private final Inbox inbox;
    private final NowPages pages;
    private final Frames frames;
    private final Html html;

    NowController(Situations situations, Inbox inbox, NowPages pages, Frames frames, Html html) {
        this.situations = situations;
        this.inbox = inbox;
        this.pages = pages;
        this.frames = frames;
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
        Frames.Of page = new Frames.Of(headline.title(), Section.NOW, TOPICS);
        Shell shell = frames.around(page, situation, caller, request);
        return html.page("now/now", pages.view(shell, headline, paged, situation));
    }
}
