package org.dosi.analysis.air.factors;

/// Is told how far a factorisation is.
public interface FactorProgress {
    FactorProgress NONE = new FactorProgress() {
        @Override
        public void begin(Stage stage, int steps) {
            // Nobody listens.
        }

        @Override
        public void step() {
            // Nobody listens.
        }
    };

    /// What takes long. One follows the other.
    enum Stage {
        STARTS,
        BOOTSTRAP,
        DISPLACEMENT,
        BOTH
    }

    /// @param steps how many times [#step] will be called in this stage; 0 where the stage is not counted
    void begin(Stage stage, int steps);

    /// One more is done; called by several threads.
    void step();
}
