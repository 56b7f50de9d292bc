# The service as an image. Nothing secret is in it: what it needs to know comes from its environment.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode package -DskipTests \
    && java -Djarmode=tools -jar api/target/engagement-ledger.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 ledger \
    && useradd --uid 10001 --gid ledger --no-create-home --home-dir /ledger --shell /usr/sbin/nologin ledger \
    && install --directory --owner=ledger --group=ledger --mode=700 /ledger/home
WORKDIR /ledger
# From what changes seldom to what changes always.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY docker/healthcheck /usr/local/bin/healthcheck
USER ledger
ENV LEDGER_HOME=/ledger/home
VOLUME /ledger/home
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["healthcheck", "8080"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "engagement-ledger.jar"]
