package org.payqual.projections.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.payqual.domain.person.Person;

/** Which program folds: rows of one must not be mixed with rows of another. */
final class Program {

    private Program() {}

    /** Returns a digest of everything in the modules that the fold is made of. */
    static String digest() {
        SortedMap<String, Long> parts = new TreeMap<>();
        for (Class<?> part : new Class<?>[] {Person.class, Program.class}) {
            addAll(part.getProtectionDomain().getCodeSource().getLocation(), parts);
        }
        return org.payqual.domain.leaf.Digest.of(parts.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void addAll(URL place, SortedMap<String, Long> parts) {
        try {
            if (place.getProtocol().equals("file") && Files.isDirectory(Path.of(URI.create(place.toString())))) {
                addFolder(Path.of(URI.create(place.toString())), parts);
                return;
            }
            URL jar = place.getProtocol().equals("jar")
                    ? place
                    : URI.create("jar:" + place + "!/").toURL();
            URLConnection connection = jar.openConnection();
            if (connection instanceof JarURLConnection inJar) {
                JarFile file = inJar.getJarFile();
                file.stream().forEach(it -> parts.put(it.getName(), it.getCrc()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own files cannot be read", unreadable);
        }
    }

    private static void addFolder(Path folder, SortedMap<String, Long> parts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                parts.put(folder.relativize(file).toString(), sum.getValue());
            }
        }
    }
}
