package dev.runside.server;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(RunsideServer.class);

    @Test
    void roomsUseOnlyWhatOthersPublishAndNeverInACircle() {
        modules.verify();
    }

    @Test
    void theModuleDiagramIsDrawn() {
        new Documenter(
                        modules,
                        Documenter.Options.defaults()
                                .withOutputFolder(Path.of("target", "modules").toString()))
                .writeModulesAsPlantUml();
    }
}
