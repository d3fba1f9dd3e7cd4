CALL () {
  CALL () {
    CALL () {
      MATCH (n2:Treaty_A)
      WHERE n2.concludedOn_earliest IS NOT NULL
      WITH n2 ORDER BY n2.concludedOn_earliest DESC, n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p2
      RETURN collect(n2) AS l3
    }
    CALL (l3) {
      UNWIND CASE WHEN size(l3) < $p2 THEN [true] ELSE [] END AS room5
      CALL () {
        MATCH (n2:Treaty_A)
        WHERE n2.concludedOn_earliest IS NULL
        WITH n2 ORDER BY n2.concludedOn_latest IS NULL, n2.concludedOn_latest DESC, n2.id LIMIT $p2
        RETURN collect(n2) AS l4
      }
      WITH collect(l4) AS l6
      RETURN CASE WHEN size(l6) = 0 THEN [] ELSE l6[0] END AS l4
    }
    WITH (l3 + l4)[0..$p2] AS l7
    UNWIND l7 AS n2
    RETURN collect([n2.id]) AS rows1
  }
  CALL () {
    MATCH (n8:Treaty_A)
    RETURN count(*) AS total9
  }
  RETURN [rows1, total9] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
