package dev.atelier.kit.work;

/** Processes the batches of a job as parts of its item. */
final class BatchJobWorkHandler implements WorkHandler<BatchJob> {
    private final BatchJobHandler batches;

    BatchJobWorkHandler(BatchJobHandler batches) {
        this.batches = batches;
    }

    @Override
    public String kind() {
        return batches.kind();
    }

    @Override
    public void handle(WorkClaim<BatchJob> claim) {
        var item = claim.item();
        claim.processParts(position -> batches.handle(item.payload(), item.enqueuedAt(), position));
    }
}
