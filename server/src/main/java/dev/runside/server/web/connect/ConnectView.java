package dev.runside.server.web.connect;

import dev.runside.server.connect.Tool;
import dev.runside.server.web.frame.Shell;
import java.util.List;

/** The form, and every source. */
public record ConnectView(Shell shell, ConnectForm form, List<SourceRow> rows) {

    public List<Tool> tools() {
        return List.of(Tool.values());
    }
}
