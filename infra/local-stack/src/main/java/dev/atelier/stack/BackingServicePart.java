package dev.atelier.stack;

import dev.atelier.backing.BackingService;
import dev.atelier.stack.supervision.SupervisedPart;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A backing service as a supervised part of the stack. */
record BackingServicePart(String name, String address, Path log, BackingService service) implements SupervisedPart {

    @Override
    public OptionalLong pid() {
        return service.pid();
    }

    @Override
    public boolean alive() {
        return service.alive();
    }

    @Override
    public void kill() {
        service.kill();
    }

    @Override
    public void restart() {
        service.restart();
    }

    @Override
    public void stop() {
        service.stop();
    }
}
