CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    CALL (n1) {
      CALL (n1) {
        MATCH (n1)<-[f4:ABOUT]-(n5)
        WHERE (n5:Treaty_A)
        WITH n5, f4 ORDER BY n5.names_sort, n5.id, f4.id LIMIT $p3
        RETURN collect([n5.id, n5.kind]) AS rows3
      }
      CALL (n1) {
        MATCH (n1)<-[f6:ABOUT]-(n7)
        WHERE (n7:Treaty_A)
        RETURN count(*) AS total8
      }
      RETURN [rows3, total8] AS v2
    }
    CALL (n1) {
      CALL (n1) {
        MATCH (n1)<-[f11:ABOUT]-(n12)
        WHERE (n12:Person_A)
        WITH n12, f11 ORDER BY n12.names_sort, n12.id, f11.id LIMIT $p5
        RETURN collect([n12.id, n12.kind]) AS rows10
      }
      CALL (n1) {
        MATCH (n1)<-[f13:ABOUT]-(n14)
        WHERE (n14:Person_A)
        RETURN count(*) AS total15
      }
      RETURN [rows10, total15] AS v9
    }
    RETURN collect([v2, v9, n1.kind]) AS entity
  }
  RETURN [entity] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    MATCH (n2:City_A)
    WHERE n2.names_sort IS NOT NULL AND COUNT {
      MATCH (n2)<-[f3:ABOUT]-(n4)
      WHERE (n4:Person_A)
    } = $p1
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p3
    RETURN collect([n2.id]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
