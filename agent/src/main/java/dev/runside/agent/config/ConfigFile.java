package dev.runside.agent.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The file of the configuration, watched for changes. Used by one thread. */
public final class ConfigFile {

    private final Path path;
    private final boolean needed;
    private String stamp;

    /**
     * @param needed whether it is an error that there is no file; otherwise that means an empty one
     */
    public ConfigFile(Path path, boolean needed) {
        this.path = path;
        this.needed = needed;
        this.stamp = stamp();
    }

    public Path path() {
        return path;
    }

    public AgentConfig read() throws ConfigException {
        return needed || Files.exists(path) ? ConfigReader.read(path) : AgentConfig.empty();
    }

    /** What stands there now, when it is not what stood there the last time. */
    public Optional<AgentConfig> readIfChanged() throws ConfigException {
        String now = stamp();
        if (now.equals(stamp)) {
            return Optional.empty();
        }
        stamp = now;
        return Optional.of(read());
    }

    private String stamp() {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        } catch (IOException missing) {
            return "";
        }
    }
}
