package dev.runside.cli.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An installation laid out as the build does, whose server and agent are small stand-ins. */
public final class Installation {

    private Installation() {}

    public static Home in(Path folder) throws IOException {
        Path dist = folder.resolve("target/dist");
        Files.createDirectories(dist.resolve("lib"));
        Files.writeString(dist.resolve("version"), "1\n");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Home home = new Home(folder, dist, java, folder.resolve("var"));
        writeJar(home.jar("server"), StandInServer.class.getName());
        writeJar(home.jar("agent"), StandInAgent.class.getName());
        writeJar(home.jar("cli"), "dev.runside.cli.Main");
        return home;
    }

    /** A jar of nothing but a pointer to the classes under test. */
    private static void writeJar(Path jar, String mainClass) throws IOException {
        String classPath =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
