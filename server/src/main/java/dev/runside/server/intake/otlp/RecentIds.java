package dev.runside.server.intake.otlp;

/** The newest of many numbers: at least the last {@code MOST}, at most twice as many. */
final class RecentIds {

    static final int MOST = 250_000;

    private LongSet newer = new LongSet();
    private LongSet older = new LongSet();

    boolean contains(long id) {
        return newer.contains(id) || older.contains(id);
    }

    void add(long id) {
        if (newer.size == MOST) {
            older = newer;
            newer = new LongSet();
        }
        newer.add(id);
    }

    /** Open addressing, at most half full; a million boxed numbers would be sixty megabytes. */
    private static final class LongSet {

        private static final int FIRST = 1_024;
        private static final long NONE = 0;

        private long[] slots = new long[FIRST];
        private int size;

        boolean contains(long id) {
            return slots[slot(slots, some(id))] != NONE;
        }

        void add(long id) {
            if (2 * size >= slots.length) {
                grow();
            }
            int slot = slot(slots, some(id));
            if (slots[slot] == NONE) {
                slots[slot] = some(id);
                size++;
            }
        }

        private void grow() {
            long[] larger = new long[slots.length * 2];
            for (long id : slots) {
                if (id != NONE) {
                    larger[slot(larger, id)] = id;
                }
            }
            slots = larger;
        }

        /** Where it is, or would be. Ids are digests: their last bits are as good as any. */
        private static int slot(long[] slots, long id) {
            int slot = (int) id & (slots.length - 1);
            while (slots[slot] != NONE && slots[slot] != id) {
                slot = (slot + 1) & (slots.length - 1);
            }
            return slot;
        }

        private static long some(long id) {
            return id == NONE ? 1 : id;
        }
    }
}
