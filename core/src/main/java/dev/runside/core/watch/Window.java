package dev.runside.core.watch;

/** Sums over a window. */
record Window(double good, double total, int samples) {
    double bad() {
        return total - good;
    }

    double badShare() {
        return total == 0 ? 0 : (total - good) / total;
    }
}
