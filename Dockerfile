# payqual on a plain JRE, as an account without rights. Build it from a clone:
#   docker build -t payqual .
# It serves on 8080; metrics, once management.server.port names a port, on that one. See docs/operations.md.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -q -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /payqual --create-home payqual
WORKDIR /payqual
COPY --from=build /src/ops/target/payqual.jar payqual.jar
USER payqual
# Serving beyond the container needs an issuer; without one payqual does not start on a real ledger.
ENV SERVER_ADDRESS=0.0.0.0 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs \
    PAYQUAL_ANNOUNCE=false \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-jar", "payqual.jar"]
