package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs on a data folder: written as {@code run.json} while it does.
 *
 * @param otlpGrpcUrl absent in what an earlier version wrote
 * @param readyAfterMs from the start of the server's process until it said that it was ready;
 *     absent until then
 */
public record RunFile(
        String url,
        String otlpUrl,
        Optional<String> otlpGrpcUrl,
        Instant startedAt,
        Optional<Long> readyAfterMs,
        List<RunningProcess> processes) {

    /** The process that started the others and keeps them. */
    static final String KEEPER = "runside";

    private static final JsonMapper JSON = JsonMapper.shared();

    public RunFile {
        processes = List.copyOf(processes);
    }

    /** Absent where nothing runs, and where the file cannot be understood. */
    public static Optional<RunFile> find(DataFolder data) throws IOException {
        Path file = data.runFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunFile.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** Absent where nothing of what it names is alive. */
    public static Optional<RunFile> findAlive(DataFolder data) throws IOException {
        return find(data).filter(run -> !run.alive().isEmpty());
    }

    public List<RunningProcess> alive() {
        return processes.stream().filter(RunningProcess::lives).toList();
    }

    Optional<RunningProcess> keeper() {
        return processes.stream().filter(process -> process.name().equals(KEEPER)).findFirst();
    }

    void write(DataFolder data) throws IOException {
        PrivateFiles.write(
                data.runFile(),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }
}
