package dev.runside.demo.command;

import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.PortCheck;
import dev.runside.cli.local.Settings;
import dev.runside.demo.drill.Drill;
import dev.runside.demo.drill.Report;
import dev.runside.demo.launch.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "runside demo",
        description = {
            "A sample company to look at and to break: real processes, real traffic, real faults.",
            "Without a word more it starts everything and stays; Ctrl-C stops it."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            FaultsCommand.class,
            BreakCommand.class,
            MendCommand.class,
            StopCommand.class,
            StartCommand.class,
            StatusCommand.class,
            AckCommand.class,
            ExecCommand.class,
            ResolveCommand.class,
            LoginCommand.class,
            HelpCommand.class
        })
public final class DemoCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();

    @Option(
            names = "--port",
            defaultValue = "${env:RUNSIDE_PORT:-7070}",
            description =
                    "The port of the page and the API (default: RUNSIDE_PORT, or 7070; 0: any that is free).")
    private int port;

    @Option(
            names = "--otlp-port",
            defaultValue = "${env:RUNSIDE_OTLP_PORT:-4318}",
            description =
                    "The port for OpenTelemetry (default: RUNSIDE_OTLP_PORT, or 4318; 0: any that is free).")
    private int otlpPort;

    @Option(
            names = "--otlp-grpc-port",
            defaultValue = "${env:RUNSIDE_OTLP_GRPC_PORT:-4317}",
            description =
                    "The port for OpenTelemetry by gRPC (default: RUNSIDE_OTLP_GRPC_PORT, or 4317; 0: any that is free).")
    private int otlpGrpcPort;

    @Option(
            names = "--once",
            description =
                    "Runs the whole drill unattended, on a fresh data folder, and says whether all went right.")
    private boolean once;

    @Option(
            names = "--all",
            description =
                    "With --once: also lets a runbook be learnt, which takes about five minutes more.")
    private boolean all;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With --once: draws the order of the faults (default: at random).")
    private long seed = ThreadLocalRandom.current().nextLong(1_000_000);

    private volatile boolean over;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return once ? drill() : stay();
    }

    private int stay() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Settings settings = settings(where.folder());
        Demo demo = open(settings);
        answer(settings, demo.signInLink(), (System.nanoTime() - start) / 1_000_000);
        demo.awaitClose();
        return 0;
    }

    private int drill() throws IOException, InterruptedException {
        Path fresh = where.folder().resolve("drill");
        FreshFolder.make(fresh);
        Settings settings = settings(fresh);
        try (Demo demo = open(settings)) {
            output.remark(
                    "Watch it: %s   (once, within 10 minutes)\n  data     %s"
                            .formatted(demo.signInLink(), fresh));
            output.remark("The drill begins, seed " + seed + ".");
            Report report = new Drill(demo, seed, all, output::remark).run();
            report.write(where.folder().resolve("report.json"));
            output.answer(report.json(), report.table());
            over = true;
            return report.ok() ? 0 : 1;
        }
    }

    private Settings settings(Path data) throws IOException {
        return Settings.local(
                new DataFolder(data), orFree(port), orFree(otlpPort), orFree(otlpGrpcPort));
    }

    private Demo open(Settings settings) throws IOException, InterruptedException {
        Demo demo = new Demo(Home.current(), settings, output::remark);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(demo)));
        output.remark("Starting Runside and the shop.");
        demo.start();
        return demo;
    }

    /** On Ctrl-C, and at the end of a drill once more, when nothing is left to stop. */
    private void stop(Demo demo) {
        if (over) {
            demo.close();
            return;
        }
        output.remark("Stopping.");
        demo.close();
        output.remark("Stopped.");
    }

    private void answer(Settings settings, String signIn, long tookMillis) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("url", settings.url());
        facts.put("otlpUrl", settings.otlpUrl());
        facts.put("signIn", signIn);
        facts.put("data", settings.data().path().toString());
        facts.put("readyAfterMs", tookMillis);
        output.answer(
                facts,
                """
                The shop takes orders, and Runside looks after it: %s
                  sign in  %s   (once, within 10 minutes)
                  break    %s   (%s lists more)
                  data     %s
                  stop     Ctrl-C
                Started in %.1f s.\
                """
                        .formatted(
                                settings.url(),
                                signIn,
                                Typed.command("demo break kill-checkout"),
                                Typed.command("demo faults"),
                                settings.data().path(),
                                tookMillis / 1000.0));
    }

    private static int orFree(int chosen) throws IOException {
        return chosen == 0 ? PortCheck.free() : chosen;
    }
}
