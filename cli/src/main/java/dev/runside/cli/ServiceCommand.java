package dev.runside.cli;

import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.LocalAgent;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "service",
        description = "Starts services of this machine's agent.yaml.",
        mixinStandardHelpOptions = true,
        subcommands = ServiceCommand.Start.class)
final class ServiceCommand implements Runnable {

    @Spec private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(), "Say which: " + Typed.command("service start NAME"));
    }

    @Command(
            name = "start",
            description = "Starts a service exactly as the agent would restart it.",
            footer = "One that runs already is left alone.",
            mixinStandardHelpOptions = true)
    static final class Start implements Callable<Integer> {

        @Mixin private Output output;
        @Mixin private DataOption data;

        @Parameters(paramLabel = "NAME", description = "Its name in agent.yaml.")
        private String name;

        @Override
        public Integer call() throws IOException, InterruptedException {
            Home home = Home.current();
            DataFolder folder = data.folder(home);
            String said = new LocalAgent(home, folder).startService(name);
            output.answer(Map.of("service", name, "said", said), said);
            return 0;
        }
    }
}
