package dev.runside.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Axes and bases are what they are called. */
class EigenTest {

    private static final double CLOSE = 1e-9;

    private final double[][] columns = new Chance(7).matrix(30, 8);

    @Test
    void theAxesOfAMatrixOnlyStretchIt() {
        double[][] symmetric = Matrix.transposedTimes(columns, columns);
        Eigen axes = Eigen.of(symmetric);
        double[][] stretched = Matrix.times(symmetric, axes.vectors());
        for (int row = 0; row < stretched.length; row++) {
            for (int axis = 0; axis < stretched.length; axis++) {
                assertThat(stretched[row][axis])
                        .isCloseTo(axes.values()[axis] * axes.vectors()[row][axis], within(CLOSE));
            }
        }
    }

    @Test
    void theGreatestComesFirst() {
        assertThat(Eigen.of(new double[][] {{1, 0, 0}, {0, 5, 0}, {0, 0, 3}}).values())
                .containsExactly(5, 3, 1);
    }

    @Test
    void theColumnsOfABasisStandAtRightAnglesAndHaveLengthOne() {
        double[][] basis = Basis.of(columns);
        double[][] products = Matrix.transposedTimes(basis, basis);
        for (int row = 0; row < products.length; row++) {
            for (int column = 0; column < products.length; column++) {
                assertThat(products[row][column]).isCloseTo(row == column ? 1 : 0, within(CLOSE));
            }
        }
    }
}
