CALL () {
  CALL () {
    CALL () {
      MATCH (n2:Treaty_A)
      WHERE n2.concludedOn_earliest IS NOT NULL
      WITH n2 ORDER BY n2.concludedOn_earliest IS NULL, n2.concludedOn_earliest DESC, n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p2
      RETURN collect(n2) AS l4
    }
    CALL (l4) {
      WITH l4 WHERE size(l4) < $p2
      MATCH (n2:Treaty_A)
      WHERE n2.concludedOn_earliest IS NULL
      WITH n2 ORDER BY n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p2
      RETURN collect(n2) AS l5
    }
    WITH (l4 + l5)[0..$p2] AS l3
    UNWIND l3 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n6:Treaty_A)
    RETURN count(*) AS total7
  }
  RETURN [rows1, total7] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
