package dev.runside.agent.journal;

import java.util.stream.Stream;

/** What is written about one step. */
sealed interface Page {

    /** The entries that say as much as all that were written. */
    Stream<Entry> entries();

    Memory memory();

    record Begun(Entry.Started started) implements Page {

        @Override
        public Stream<Entry> entries() {
            return Stream.of(started);
        }

        @Override
        public Memory memory() {
            return Memory.Started.INSTANCE;
        }
    }

    record Closed(Entry.Ended ended, boolean reported) implements Page {

        @Override
        public Stream<Entry> entries() {
            return reported ? Stream.of(ended, new Entry.Reported(ended.key())) : Stream.of(ended);
        }

        @Override
        public Memory memory() {
            return new Memory.Ended(ended.report());
        }
    }
}
