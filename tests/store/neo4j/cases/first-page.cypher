CALL () {
  CALL () {
    MATCH (n2:City_A)
    WHERE n2.names_sort IS NOT NULL
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p2 + 1
    RETURN collect([n2.id, n2.names]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
