package dev.atelier.agentrun.model.builtin;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Classifies sentences by the most similar example (all-MiniLM-L6-v2, quantised, 384 dimensions, in process). The
 * weights are loaded on first use.
 */
@Component
class IntentClassifier {
    /** Minimum cosine similarity; below it a sentence matches no example. */
    static final double LEAST = 0.35;

    /** The best example must exceed those of other intents by this much. */
    static final double LEAD = 0.02;

    private @Nullable List<IntentExample> examples;
    private @Nullable AllMiniLmL6V2QuantizedEmbeddingModel model;

    /** Returns the intent of the sentence; empty when it matches no example, or two intents almost equally. */
    Optional<RequestIntent> of(String sentence) {
        var vector = vector(sentence);
        var best = new ScoredIntent(RequestIntent.OTHER, -1);
        var second = -1.0;
        for (var example : examples()) {
            var score = cosine(vector, example.vector());
            if (example.intent() == best.intent()) {
                best = score > best.score() ? new ScoredIntent(example.intent(), score) : best;
            } else if (score > best.score()) {
                second = best.score();
                best = new ScoredIntent(example.intent(), score);
            } else {
                second = Math.max(second, score);
            }
        }
        return best.score() < LEAST || best.score() - second < LEAD ? Optional.empty() : Optional.of(best.intent());
    }

    private synchronized List<IntentExample> examples() {
        if (examples == null) {
            var known = new ArrayList<IntentExample>();
            for (var intent : RequestIntent.values()) {
                intent.examples().forEach(text -> known.add(new IntentExample(intent, vector(text))));
            }
            examples = List.copyOf(known);
        }
        return examples;
    }

    private float[] vector(String text) {
        return model().embed(text).content().vector();
    }

    private synchronized AllMiniLmL6V2QuantizedEmbeddingModel model() {
        if (model == null) {
            model = new AllMiniLmL6V2QuantizedEmbeddingModel();
        }
        return model;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return product / Math.sqrt(first * second);
    }

    @SuppressWarnings("ArrayRecordComponent") // a vector that is never compared
    private record IntentExample(RequestIntent intent, float[] vector) {}

    private record ScoredIntent(RequestIntent intent, double score) {}
}
