CALL () {
  CALL () {
    MATCH (n2:Treaty_A)
    WHERE n2.names_sort IS NOT NULL AND EXISTS {
      MATCH (n2)<-[f3:SIGNED]-(n4)
      WHERE f3.seat >= $p1
    }
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    MATCH (n2:Treaty_A)
    WHERE n2.names_sort IS NOT NULL AND NOT EXISTS {
      MATCH (n2)<-[f3:SIGNED]-(n4)
      WHERE f3.seat >= $p1
    }
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    MATCH (n2:Treaty_A)
    WHERE n2.names_sort IS NOT NULL AND CASE n2.isSecret WHEN true THEN 1 WHEN false THEN 0 END = $p1
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    MATCH (n2:Treaty_A)
    WHERE n2.names_sort IS NOT NULL AND NOT coalesce(CASE n2.isSecret WHEN true THEN 1 WHEN false THEN 0 END = $p1, false)
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
