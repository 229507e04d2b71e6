package org.dosi.product.air;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.analysis.finding.Finding;

/// The last findings, as long as the store does not change: a page asks for one finding in several forms, and many
/// readers ask the same. Any thread may ask; of those who ask the same, one works and the others wait.
final class KeptFindings {
    private static final int MOST = 64;

    private final LongSupplier version;
    private long keptVersion;

    private final Map<Question, FutureTask<Finding>> findings = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, FutureTask<Finding>> eldest) {
            return size() > MOST;
        }
    };

    /// @param version of the store
    KeptFindings(LongSupplier version) {
        this.version = version;
    }

    /// What was asked.
    record Question(String analysis, StoreAirData.Choice choice, Map<String, String> given) {}

    /// The caller asks one question with one type of finding: the analysis stands in the question.
    @SuppressWarnings("unchecked")
    <F extends Finding> F get(Question question, Supplier<F> work) {
        FutureTask<Finding> task;
        synchronized (findings) {
            long now = version.getAsLong();
            if (now != keptVersion) {
                findings.clear();
                keptVersion = now;
            }
            task = findings.computeIfAbsent(question, _ -> new FutureTask<>(work::get));
        }
        task.run();
        try {
            return (F) task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            synchronized (findings) {
                findings.remove(question, task);
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
