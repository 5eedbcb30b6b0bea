package dev.runside.agent.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code /proc/PID/stat}: see proc_pid_stat(5). */
record LinuxProcessTable(Path proc) implements ProcessTable {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Counted from the state, the first field after the name in brackets. */
    private static final int SESSION = 3;

    private static final int START_TIME = 19;

    @Override
    public Optional<Entry> find(long pid) {
        return stat(pid)
                .filter(fields -> !isCorpse(fields))
                .map(fields ->
                        new Entry(
                                pid,
                                "Tt".contains(fields.getFirst()),
                                Long.parseLong(fields.get(START_TIME))));
    }

    @Override
    public Optional<Pulse> pulse(long pid) {
        return LinuxPulse.open(proc.resolve(Long.toString(pid)), () -> find(pid).isPresent());
    }

    @Override
    public Stream<Long> session(long leader) {
        String session = Long.toString(leader);
        return living(pid ->
                stat(pid)
                        .filter(fields -> !isCorpse(fields))
                        .filter(fields -> fields.get(SESSION).equals(session))
                        .isPresent());
    }

    @Override
    public Stream<Long> startedWith(String setting) {
        return living(pid -> environment(pid).contains(setting) && find(pid).isPresent());
    }

    private Stream<Long> living(LongPredicate wanted) {
        String[] names = proc.toFile().list((_, name) -> NUMBER.matcher(name).matches());
        return Arrays.stream(names == null ? new String[0] : names)
                .map(Long::valueOf)
                .filter(wanted::test);
    }

    private List<String> environment(long pid) {
        return read(pid, "environ").map(text -> Arrays.asList(text.split("\0"))).orElse(List.of());
    }

    /** The fields from the state on; the name before them may itself hold blanks and brackets. */
    private Optional<List<String>> stat(long pid) {
        return read(pid, "stat")
                .map(line -> line.substring(line.lastIndexOf(')') + 1).strip())
                .map(line -> List.of(line.split(" ")))
                .filter(fields -> fields.size() > START_TIME);
    }

    private Optional<String> read(long pid, String file) {
        try {
            Path path = proc.resolve(Long.toString(pid)).resolve(file);
            return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isCorpse(List<String> fields) {
        return "ZXx".contains(fields.getFirst());
    }
}
