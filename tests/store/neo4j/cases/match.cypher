CALL () {
  UNWIND range(0, size($p1) - 1) AS i1
  WITH i1, $p1[i1] AS sought2
  CALL (sought2) {
    CALL (sought2) {
      WITH sought2 AS sought4
      CALL (sought4) {
        UNWIND range(0, size(sought4.words) - 1) AS i12
        CALL (sought4, i12) {
          MATCH (edit13:Edit_A) WHERE edit13.key IN sought4.edits[i12]
          RETURN collect(DISTINCT edit13.word) AS words14
        }
        WITH i12, words14 ORDER BY i12
        RETURN collect(words14) AS near5
      }
      CALL (sought4, near5) {
        MATCH (name6:Name_A) WHERE name6.squeezed = sought4.squeezed
        RETURN name6
        UNION
        UNWIND range(0, size(sought4.words) - 1) AS i15
        CALL (sought4, near5, i15) {
          CALL (sought4, near5, i15) {
            MATCH (word16:Word_A) WHERE word16.text STARTS WITH sought4.words[i15]
            RETURN word16
            UNION
            MATCH (word16:Word_A) WHERE word16.text IN near5[i15]
            RETURN word16
          }
          RETURN collect(word16) AS words17, sum(COUNT { (word16)-[:WORD_OF]->() }) AS count18
        }
        WITH words17 ORDER BY count18, i15 LIMIT 1
        UNWIND words17 AS word16
        MATCH (word16)-[:WORD_OF]->(name6)
        RETURN name6
      }
      WITH sought4, near5, name6, 49 * CASE WHEN sought4.length < name6.length THEN sought4.length ELSE name6.length END / name6.length AS covered7
      WITH sought4, name6, CASE
      WHEN name6.written = sought4.written THEN 1000
      WHEN name6.squeezed = sought4.squeezed THEN 900
      WHEN name6.spaced STARTS WITH sought4.opening THEN 750 + covered7
      WHEN name6.spaced STARTS WITH sought4.spaced THEN 700 + covered7
      WHEN all(word20 IN sought4.words WHERE word20 IN name6.words) THEN 550 + covered7
      WHEN all(i19 IN range(0, size(sought4.words) - 1) WHERE any(word20 IN name6.words WHERE word20 STARTS WITH sought4.words[i19])) THEN 500 + covered7
      WHEN all(i19 IN range(0, size(sought4.words) - 1) WHERE any(word20 IN name6.words WHERE word20 STARTS WITH sought4.words[i19]) OR any(word20 IN name6.words WHERE word20 IN near5[i19])) THEN 300 + covered7
      END AS points8
      WHERE points8 IS NOT NULL
      MATCH (name6)-[:NAMES]->(n9)
      WHERE (sought4.kinds IS NULL OR n9.kind IN sought4.kinds)
      WITH n9, name6, points8 ORDER BY points8 DESC, name6.place
      WITH n9, head(collect({score: points8, matchedOn: name6.text})) AS best10
      WITH collect({node: n9, kind: n9.kind, score: best10.score, matchedOn: best10.matchedOn}) AS hits11
      WITH hits11, size([h21 IN hits11 WHERE h21.score >= 900]) = 1 AS isAlone22
      RETURN [h21 IN hits11 | h21 {.*, isMatch: isAlone22 AND h21.score >= 900}] AS hits11
    }
    CALL (hits11) {
      UNWIND hits11 AS h24
      WITH h24, h24.node AS n25
      MATCH (n25)
      WITH n25, h24 ORDER BY h24.score DESC, n25.names_sort, n25.id LIMIT $p3
      RETURN collect([h24.isMatch, h24.score, n25.id, n25.kind]) AS rows23
    }
    RETURN [rows23] AS v3
  }
  WITH i1, v3 ORDER BY i1
  RETURN collect(v3) AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
