# Finds a JDK from 21 on. Sourced by mvnw, payqual and .ci/run; POSIX sh.
#
# find_jdk prints the home of the first one found and fails when there is none. JAVA_HOME and the `java` of the PATH come
# first, then the folders where systems and version managers keep their JDKs. A runtime without javac does not count.

jdk_fits() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  jdk_version=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  if [ -z "$jdk_version" ]; then
    jdk_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p' | head -n 1)
  fi
  [ "${jdk_version:-0}" -ge 21 ] 2>/dev/null
}

find_jdk() {
  if jdk_fits "${JAVA_HOME-}"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi
  if command -v java >/dev/null 2>&1; then
    jdk_home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    if jdk_fits "$jdk_home"; then
      printf '%s\n' "$jdk_home"
      return 0
    fi
  fi
  for jdk_home in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/jdk* /usr/local/*jdk* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.asdf/installs/java/* \
    "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.jenv/versions/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /snap/openjdk/current/jdk; do
    if jdk_fits "$jdk_home"; then
      printf '%s\n' "$jdk_home"
      return 0
    fi
  done
  return 1
}
