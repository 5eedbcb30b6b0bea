package dev.runside.demo.command;

import dev.runside.demo.fault.Fault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "faults",
        description = "Lists what can be broken.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        Map<String, String> faults = new LinkedHashMap<>();
        Arrays.stream(Fault.values()).forEach(fault -> faults.put(fault.id(), fault.description()));
        output.answer(
                faults,
                faults.entrySet().stream()
                        .map(fault -> "%-16s %s".formatted(fault.getKey(), fault.getValue()))
                        .collect(Collectors.joining("\n")));
        return 0;
    }
}
