package dev.runside.server.intake.fuzz;

/** What Jazzer calls with each input, in a process of its own. */
public final class JazzerTarget {

    private static final Decoder DECODER =
            Decoders.named(System.getProperty("runside.fuzz.decoder"));
    private static final Trial TRIAL = Trial.instrumented(DECODER, "Jazzer");

    private JazzerTarget() {}

    /** Classes are loaded and expressions compiled before anything is measured. */
    public static void fuzzerInitialize() {
        Corpus.of(DECODER).forEach(DECODER::takes);
    }

    public static void fuzzerTestOneInput(byte[] body) {
        TRIAL.takes(body);
    }
}
