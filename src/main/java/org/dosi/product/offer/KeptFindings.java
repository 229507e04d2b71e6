package org.dosi.product.offer;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.dosi.analysis.finding.Finding;

/// The last findings, as long as the store does not change: a page asks for one finding in several forms, and many
/// readers ask the same. Any thread may ask; of those who ask the same, one works and the others wait. Findings of a
/// whole network are large: where memory is short, the collector may take those that nobody is reading.
final class KeptFindings {
    private static final int MOST = 64;

    private final LongSupplier version;
    private long keptVersion;

    private final Map<Question, SoftReference<FutureTask<Finding>>> findings = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, SoftReference<FutureTask<Finding>>> eldest) {
            return size() > MOST;
        }
    };

    /// @param version of the store
    KeptFindings(LongSupplier version) {
        this.version = version;
    }

    /// What was asked.
    ///
    /// @param choice of the data, compared as a whole
    record Question(String analysis, Object choice, Map<String, String> given) {}

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
            task = findTask(question).orElseGet(() -> {
                FutureTask<Finding> fresh = new FutureTask<>(work::get);
                findings.put(question, new SoftReference<>(fresh));
                return fresh;
            });
        }
        task.run();
        try {
            return (F) task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            synchronized (findings) {
                findTask(question).filter(task::equals).ifPresent(_ -> findings.remove(question));
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<FutureTask<Finding>> findTask(Question question) {
        return Optional.ofNullable(findings.get(question)).flatMap(kept -> Optional.ofNullable(kept.get()));
    }
}
