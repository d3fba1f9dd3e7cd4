CALL () {
  CALL () {
    WITH $p2 AS sought1
    CALL (sought1) {
      UNWIND range(0, size(sought1.words) - 1) AS i9
      CALL (sought1, i9) {
        MATCH (edit10:Edit_A) WHERE edit10.key IN sought1.edits[i9]
        RETURN collect(DISTINCT edit10.word) AS words11
      }
      WITH i9, words11 ORDER BY i9
      RETURN collect(words11) AS near2
    }
    CALL (sought1, near2) {
      MATCH (name3:Name_A) WHERE name3.squeezed = sought1.squeezed
      RETURN name3
      UNION
      UNWIND range(0, size(sought1.words) - 1) AS i12
      CALL (sought1, near2, i12) {
        CALL (sought1, near2, i12) {
          MATCH (word13:Word_A) WHERE word13.text STARTS WITH sought1.words[i12]
          RETURN word13
          UNION
          MATCH (word13:Word_A) WHERE word13.text IN near2[i12]
          RETURN word13
        }
        RETURN collect(word13) AS words14, sum(COUNT { (word13)-[:WORD_OF]->() }) AS count15
      }
      WITH words14 ORDER BY count15, i12 LIMIT 1
      UNWIND words14 AS word13
      MATCH (word13)-[:WORD_OF]->(name3)
      RETURN name3
    }
    WITH sought1, near2, name3, 49 * CASE WHEN sought1.length < name3.length THEN sought1.length ELSE name3.length END / name3.length AS covered4
    WITH sought1, name3, CASE
    WHEN name3.written = sought1.written THEN 1000
    WHEN name3.squeezed = sought1.squeezed THEN 900
    WHEN name3.spaced STARTS WITH sought1.opening THEN 750 + covered4
    WHEN name3.spaced STARTS WITH sought1.spaced THEN 700 + covered4
    WHEN all(word17 IN sought1.words WHERE word17 IN name3.words) THEN 550 + covered4
    WHEN all(i16 IN range(0, size(sought1.words) - 1) WHERE any(word17 IN name3.words WHERE word17 STARTS WITH sought1.words[i16])) THEN 500 + covered4
    WHEN all(i16 IN range(0, size(sought1.words) - 1) WHERE any(word17 IN name3.words WHERE word17 STARTS WITH sought1.words[i16]) OR any(word17 IN name3.words WHERE word17 IN near2[i16])) THEN 300 + covered4
    END AS points5
    WHERE points5 IS NOT NULL
    MATCH (name3)-[:NAMES]->(n6)
    WHERE (sought1.kinds IS NULL OR n6.kind IN sought1.kinds)
    WITH n6, name3, points5 ORDER BY points5 DESC, name3.place
    WITH n6, head(collect({score: points5, matchedOn: name3.text})) AS best7
    WITH collect({node: n6, kind: n6.kind, score: best7.score, matchedOn: best7.matchedOn}) AS hits8
    RETURN hits8
  }
  CALL (hits8) {
    UNWIND hits8 AS h19
    WITH h19, h19.node AS n20
    MATCH (n20)
    WITH n20, h19 ORDER BY h19.score DESC, n20.names_sort, n20.id LIMIT $p4 + 1
    RETURN collect([h19.score, h19.matchedOn, n20.names_sort, n20.id, n20.names, n20.kind]) AS rows18
  }
  CALL (hits8) {
    UNWIND hits8 AS h21
    WITH h21, h21.node AS n22
    MATCH (n22)
    RETURN count(*) AS total23
  }
  CALL (hits8) {
    UNWIND hits8 AS h24
    WITH h24, h24.node AS n25
    MATCH (n25)
    WITH n25.kind AS kind26, count(*) AS count27
    RETURN collect([kind26, count27]) AS kinds28
  }
  RETURN [rows18, total23, kinds28] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
