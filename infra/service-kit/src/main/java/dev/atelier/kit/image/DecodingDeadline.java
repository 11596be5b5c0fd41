package dev.atelier.kit.image;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Aborts the decoding of a photo that takes too long, between two of its rows. */
final class DecodingDeadline implements IIOReadProgressListener {
    private final ImageReader reader;
    private final long nanos;
    private final long begin = System.nanoTime();
    private boolean missed;

    DecodingDeadline(ImageReader reader, Duration longest) {
        this.reader = reader;
        this.nanos = longest.toNanos();
    }

    /** Throws where the deadline was missed. */
    void requireMet() throws IOException {
        if (missed) {
            throw new IOException("decoding takes too long");
        }
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (System.nanoTime() - begin > nanos) {
            missed = true;
            reader.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
