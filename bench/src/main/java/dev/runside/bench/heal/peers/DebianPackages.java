package dev.runside.bench.heal.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Packages of the machine's own Debian, checked by apt, unpacked into a folder. */
record DebianPackages(Path folder) {

    void fetch(List<String> names) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new PeersMissing("this is no Debian, there is no apt-get");
        }
        Files.createDirectories(folder);
        Command.Ended ended = download(names);
        if (!ended.well()) {
            update();
            ended = download(names);
        }
        if (!ended.well()) {
            throw new PeersMissing("apt-get said: " + ended.said().strip());
        }
        unpack();
    }

    private Command.Ended download(List<String> names) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("apt-get", "-q", "download"));
        words.addAll(names);
        return new Command(folder, words).run();
    }

    /** The lists of packages may never have been fetched; that takes root. */
    private void update() throws IOException, InterruptedException {
        boolean root = Command.of("id", "-u").run().said().strip().equals("0");
        Command.Ended ended =
                root
                        ? Command.of("apt-get", "-q", "update").run()
                        : Command.of("sudo", "-n", "apt-get", "-q", "update").run();
        if (!ended.well()) {
            throw new PeersMissing("apt-get update said: " + ended.said().strip());
        }
    }

    private void unpack() throws IOException, InterruptedException {
        List<Path> packages;
        try (Stream<Path> files = Files.list(folder)) {
            packages = files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
        for (Path each : packages) {
            Command.Ended ended =
                    Command.of("dpkg-deb", "-x", each.toString(), folder.resolve("root").toString())
                            .run();
            if (!ended.well()) {
                throw new PeersMissing("dpkg-deb said: " + ended.said().strip());
            }
        }
    }
}
